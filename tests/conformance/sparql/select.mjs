#!/usr/bin/env node
// Answer queries with Oxigraph: node select.mjs GRAPH… -- QUERY.rq…
// Prints one JSON object: the name of each query file and its SPARQL results in JSON. Exit code 2: wrong usage, 3: anything else.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Store } from 'oxigraph';

globalThis.crypto ??= webcrypto;  // Oxigraph draws random numbers; in Node.js 18, Debian 12's, this is no global yet

const args = process.argv.slice(2);
const cut = args.indexOf('--');
if (cut < 1 || cut + 1 === args.length) {
  console.error('usage: select.mjs GRAPH… -- QUERY.rq…');
  process.exit(2);
}
try {
  const store = new Store();
  for (const path of args.slice(0, cut)) store.load(readFileSync(path, 'utf8'), { format: 'text/turtle', base_iri: 'https://example.org/' });
  const answers = {};
  for (const path of args.slice(cut + 1)) {
    try {
      answers[basename(path)] = JSON.parse(store.query(readFileSync(path, 'utf8'), { results_format: 'json' }));
    } catch (problem) {
      throw new Error(`${path}: ${problem.message ?? problem}`);
    }
  }
  console.log(JSON.stringify(answers));
} catch (problem) {
  console.error(`select: ${problem.message ?? problem}`);
  process.exit(3);
}
