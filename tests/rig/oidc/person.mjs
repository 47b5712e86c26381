// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with a browser, as far as the provider can tell: follows redirects, keeps cookies, fills in the forms.
//   node person.mjs ADDRESS [deny] [stop] [code=USER-CODE]
// deny = does not consent; stop = does not go to the redirect address. Prints that address, then what stood there.
const [start, ...words] = process.argv.slice(2);
const code = words.find((word) => word.startsWith('code='))?.slice(5);
const jar = new Map();
const origin = new URL(start).origin;

async function go(address, form) {
    const url = new URL(address);
    const headers = url.origin === origin ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {};
    const answer = await fetch(url, { method: form ? 'POST' : 'GET', body: form && new URLSearchParams(form), headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie?.() ?? []) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
        value && !/expires=Thu, 01 Jan 1970/.test(line) ? jar.set(name, value) : jar.delete(name);
    }
    return answer;
}

let at = start;
let answer = await go(at);
for (let step = 0; step < 30; ++step) {
    if (answer.status >= 300 && answer.status < 400) {
        at = new URL(answer.headers.get('location'), at).href;
        if (new URL(at).origin !== origin) {
            console.log(at);
            if (!words.includes('stop')) console.log(await (await go(at)).text());
            process.exit(0);
        }
        answer = await go(at);
        continue;
    }
    const page = await answer.text();
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page);
    if (!form) {
        console.log(at);
        console.log(page.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim());
        process.exit(answer.status >= 400 ? 1 : 0);
    }
    const deny = words.includes('deny') && /name="prompt" value="consent"/.test(form[2]);
    const fields = {};
    for (const [, tag] of form[2].matchAll(/<input([^>]*)>/g)) {
        const name = /name="([^"]*)"/.exec(tag)?.[1];
        if (name) fields[name] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
    }
    if ('login' in fields) Object.assign(fields, { login: 'alice', password: 'alice-secret' });
    if ('user_code' in fields && !fields.user_code) fields.user_code = code ?? '';
    if (words.includes('deny') && fields.user_code && 'xsrf' in fields && !('login' in fields) && /name="abort"/.test(page)) fields.abort = 'yes';
    if (deny) {
        at = new URL(form[1].replace(/\/$/, '') + '/abort', at).href;
        answer = await go(at);
    } else {
        at = new URL(form[1], at).href;
        answer = await go(at, fields);
    }
}
console.error('the provider asks and asks');
process.exit(1);
