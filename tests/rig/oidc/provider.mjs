// SPDX-License-Identifier: GPL-3.0-or-later
// A real OpenID provider for the tests, on 127.0.0.1. Prints one line of JSON {"issuer": …} when it is up; ends with its standard input.
//   node provider.mjs FOLDER
// FOLDER keeps its signing keys, so that tokens stay good when it is started again. Environment:
//   OIDC_PORT            the port (0 = a free one)
//   OIDC_TTL             seconds an access token lives (60)
//   OIDC_NODE_MODULES    the folder that holds oidc-provider
//   OIDC_OPEN            1 = also a refresh token without rotation, as some providers do
// Clients: "desktop" (native, no secret, PKCE), "svc" (client credentials, secret "svc-secret"), "installed" (native, with the secret
// "installed-secret" that is none, as Google has it). Any user name and password sign in. Tokens are JWTs for the audience "kafka".
// For the tests themselves:
//   POST /rig/behave     {"path": "/token", "status": 503, "headers": {…}, "body": "…", "delay": ms, "times": n}: the next n answers
//                        there (-1 = all). Without a status the answer is the real one, with "headers" and the members of "merge" put over it.
//                        "keep": true = GET /rig/kept gives that answer again.
//   POST /rig/forget     every grant is gone, as if the person had withdrawn them
//   GET  /rig/requests   what was asked so far: [{"method", "path", "authorization", "form": {…}}, …]
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const modules = process.env.OIDC_NODE_MODULES;
const find = createRequire(join(modules, '..', 'package.json'));
const { default: Provider } = await import(pathToFileURL(find.resolve('oidc-provider')).href);
const ttl = Number(process.env.OIDC_TTL ?? 60);
const kafka = 'urn:tocsin:kafka';

function keys() {
    const file = join(folder, 'jwks.json');
    if (!existsSync(file)) {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        writeFileSync(file, JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() }] }), { mode: 0o600 });
    }
    return JSON.parse(readFileSync(file, 'utf8'));
}

const native = { application_type: 'native', response_types: ['code'], redirect_uris: ['http://127.0.0.1/cb', 'http://127.0.0.1/signin/127.0.0.1', 'http://[::1]/signin/127.0.0.1'],
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'] };

// What the provider knows: all of it in memory, so that it can be forgotten.
let known = new Map();
class Memory {
    constructor(model) { this.model = model; }
    key(id) { return `${this.model}:${id}`; }
    async upsert(id, payload) { known.set(this.key(id), payload); }
    async find(id) { return known.get(this.key(id)); }
    async where(name, value) { return [...known].find(([key, payload]) => key.startsWith(`${this.model}:`) && payload[name] === value)?.[1]; }
    async findByUid(uid) { return this.where('uid', uid); }
    async findByUserCode(userCode) { return this.where('userCode', userCode); }
    async consume(id) { known.get(this.key(id)).consumed = Math.floor(Date.now() / 1000); }
    async destroy(id) { known.delete(this.key(id)); }
    async revokeByGrantId(grantId) { known.forEach((payload, key) => payload.grantId === grantId && known.delete(key)); }
}

const configuration = {
    adapter: Memory,
    jwks: keys(),
    clients: [
        { ...native, client_id: 'desktop', token_endpoint_auth_method: 'none' },
        { ...native, client_id: 'installed', client_secret: 'installed-secret', token_endpoint_auth_method: 'client_secret_post' },
        { client_id: 'svc', client_secret: 'svc-secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
    ],
    pkce: { required: () => true, methods: ['S256'] },
    rotateRefreshToken: process.env.OIDC_OPEN !== '1',
    scopes: ['openid', 'offline_access', 'kafka-read', 'kafka-write'],
    features: {
        devInteractions: { enabled: true },
        deviceFlow: { enabled: true },
        clientCredentials: { enabled: true },
        revocation: { enabled: true },
        introspection: { enabled: true },
        resourceIndicators: {
            enabled: true,
            defaultResource: () => kafka,
            useGrantedResource: () => true,
            getResourceServerInfo: () => ({ scope: 'kafka-read kafka-write', audience: 'kafka', accessTokenFormat: 'jwt', accessTokenTTL: ttl }),
        },
    },
    ttl: { AccessToken: ttl, ClientCredentials: ttl, AuthorizationCode: 60, IdToken: 600, RefreshToken: 86400, DeviceCode: 300, Grant: 86400, Interaction: 600, Session: 86400 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: [randomUUID()] },
};

const asked = [];
let tricks = [];
let kept = {};
let provider;
let handle;

function readAll(request) {
    return new Promise((done, failed) => {
        const parts = [];
        request.on('data', (part) => parts.push(part)).on('end', () => done(Buffer.concat(parts).toString())).on('error', failed);
    });
}

function make(issuer) {
    provider = new Provider(issuer, configuration);
    provider.on('server_error', (_, error) => console.error(error));
    handle = provider.callback();
}

function ofTheRig(path, body, response) {
    let answer = {};
    if (path === '/rig/behave') {
        const trick = JSON.parse(body);
        tricks = trick.path ? [...tricks.filter((each) => each.path !== trick.path), { times: 1, ...trick }] : [];
    } else if (path === '/rig/forget') {
        known = new Map();
    } else {
        answer = path === '/rig/kept' ? kept : asked;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

const server = createServer(async (request, response) => {
    const path = request.url.split('?')[0];
    const body = await readAll(request);
    if (path.startsWith('/rig/')) return ofTheRig(path, body, response);
    asked.push({ method: request.method, path, authorization: request.headers.authorization ?? '', accept: request.headers.accept ?? '',
        form: Object.fromEntries(new URLSearchParams(body)) });
    const trick = tricks.find((each) => each.path === path && each.times !== 0);
    if (trick) {
        if (trick.times > 0) trick.times--;
        if (trick.delay) await new Promise((done) => setTimeout(done, trick.delay));
        if (trick.status) return response.writeHead(trick.status, trick.headers ?? {}).end(trick.body ?? '');
        for (const [name, value] of Object.entries(trick.headers ?? {})) response.setHeader(name, value);
        if (trick.merge || trick.keep) {
            const end = response.end.bind(response);
            response.end = (text) => {
                if (trick.keep) kept = JSON.parse(text);
                const changed = JSON.stringify({ ...JSON.parse(text), ...trick.merge });
                response.setHeader('content-length', Buffer.byteLength(changed));
                return end(changed);
            };
        }
    }
    request.body = body; // the provider takes one that was read already
    handle(request, response);
});

server.listen(Number(process.env.OIDC_PORT ?? 0), '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    make(issuer);
    process.stdout.write(`${JSON.stringify({ issuer })}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
