// What the first look at the site may weigh: the entry and all it imports at once, compressed as CloudFront does.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url).pathname;
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const limits = { js: 60, css: 12 };
const problems = [];

if (/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i.test(html)) {
  problems.push('index.html has something inline, which the content security policy refuses');
}

// The sign-in library is loaded at once on every page but the candidate's: it counts.
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const signIn = readdirSync(join(dist, 'assets'))
  .filter((name) => name.startsWith('oidc-client') && name.endsWith('.js'))
  .map((name) => `assets/${name}`);
// So is one of the two catalogues of words: the larger one counts.
const words = readdirSync(join(dist, 'assets'))
  .filter((name) => /^(en|nl)-.*\.js$/.test(name))
  .map((name) => `assets/${name}`)
  .sort((one, other) => weight(other) - weight(one));
if (words.length !== 2) {
  problems.push('each language has a file of its own');
}
if (signIn.length !== 1) {
  problems.push('the sign-in library has no file of its own');
}

for (const [kind, limit] of Object.entries(limits)) {
  const files = new Set(
    [...first, ...signIn, ...words.slice(0, 1)].filter((name) => name.endsWith(`.${kind}`)),
  );
  const size = [...files].reduce((sum, name) => sum + weight(name), 0);
  const kib = size / 1024;
  console.log(`first load, ${kind}: ${kib.toFixed(1)} of ${limit} KiB gzip`);
  if (files.size === 0 || kib > limit) {
    problems.push(`the ${kind} of the first load is ${kib.toFixed(1)} KiB, allowed are ${limit}`);
  }
}

function weight(name) {
  return gzipSync(readFileSync(join(dist, name))).length;
}

for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;
