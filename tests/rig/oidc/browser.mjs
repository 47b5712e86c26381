// SPDX-License-Identifier: GPL-3.0-or-later
// A real browser (headless Chromium) at the provider's pages: types the name and the password, presses the buttons, and ends at
// the page of the program.
//   node browser.mjs ADDRESS [PICTURE]
// Prints the address without its query and the text of the last page; PICTURE (PNG) shows it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, picture] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'tocsin-browser-'));
const chromium = spawn('chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // no font, no update from anywhere
    '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const end = (code, text) => {
    if (text) console.error(text);
    try {
        process.kill(-chromium.pid, 'SIGKILL'); // with all its children
        rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch (error) {
        console.error(`the profile stays behind: ${error.message}`);
    }
    process.exit(code);
};
chromium.on('error', (error) => end(77, `no browser: ${error.message}`));
setTimeout(() => end(1, 'the browser did not come to an end'), 240_000).unref();

let last = 0;
let rest = '';
const waiting = new Map();
const heard = new Map();
chromium.stdio[4].on('data', (bytes) => {
    rest += bytes;
    for (let cut = rest.indexOf('\0'); cut >= 0; cut = rest.indexOf('\0')) {
        const message = JSON.parse(rest.slice(0, cut));
        rest = rest.slice(cut + 1);
        if (message.id) waiting.get(message.id)?.(message);
        else heard.get(message.method)?.(message.params);
    }
});
function ask(method, params = {}, sessionId = undefined) {
    return new Promise((done) => {
        waiting.set(++last, (answer) => done(answer.result ?? {}));
        chromium.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
const inPage = (method, params) => ask(method, params, sessionId);
const loaded = () => new Promise((done) => heard.set('Page.loadEventFired', done));
const value = async (expression) => (await inPage('Runtime.evaluate', { expression, returnByValue: true })).result?.value;
await inPage('Page.enable');

async function press(x, y) {
    for (const type of ['mousePressed', 'mouseReleased']) await inPage('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
}
const middle = (selector) => value(`(() => { const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect(); return box && [box.x + box.width / 2, box.y + box.height / 2]; })()`);

let load = loaded();
await inPage('Page.navigate', { url: address });
await load;
const origin = new URL(address).origin;
for (let step = 0; step < 5 && await value('location.origin') === origin; ++step) {
    for (const [name, text] of [['login', 'alice'], ['password', 'alice-secret']]) {
        const at = await middle(`input[name=${name}]`);
        if (!at) continue;
        await press(...at);
        await inPage('Input.insertText', { text });
    }
    const button = await middle('button[type=submit]');
    if (!button) end(1, `nothing to press at ${await value('location.pathname')}`);
    load = loaded();
    await press(...button);
    await load;
}
if (picture) writeFileSync(picture, Buffer.from((await inPage('Page.captureScreenshot', {})).data, 'base64'));
console.log(await value('location.origin + location.pathname'));
console.log(await value('document.body.innerText'));
end(0);
