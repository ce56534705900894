#!/usr/bin/env node
// Validate graphs against SHACL shapes with rdf-validate-shacl: node validate.mjs SHAPES GRAPH…
// The graphs are taken together, because the evidence speaks of nodes of the graph. Prints a line a result and then the counts.
// Exit code: 0 conforms, 1 results, 2 wrong usage, 3 a file cannot be read or parsed.
import { readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const shown = 50;

function load(store, path, number) {
  const format = path.endsWith('.nq') ? 'N-Quads' : path.endsWith('.nt') ? 'N-Triples' : 'Turtle';
  const parser = new Parser({ format, blankNodePrefix: `g${number}_` });
  for (const quad of parser.parse(readFileSync(path, 'utf8'))) store.addQuad(quad.subject, quad.predicate, quad.object);
}

function shorten(term) {
  if (!term) return '';
  const node = term.value.split('/id/', 2)[1];
  return node ?? term.value.replace(/^.*[#/](?=[A-Za-z0-9]+$)/, '');
}

function describe(result) {
  const message = result.message.map((m) => m.value).join('; ');
  const path = Array.isArray(result.path) ? 'path' : shorten(result.path);
  const value = result.value ? ` "${shorten(result.value)}"` : '';
  return `${shorten(result.severity).toLowerCase()}: ${shorten(result.focusNode)} ${path}${value}: ${message || shorten(result.sourceConstraintComponent)}`;
}

const [shapesPath, ...graphs] = process.argv.slice(2);
if (!shapesPath || graphs.length === 0) {
  console.error('usage: validate.mjs SHAPES GRAPH…');
  process.exit(2);
}
const shapes = new Store();
const data = new Store();
try {
  load(shapes, shapesPath, 0);
  graphs.forEach((path, i) => load(data, path, i + 1));
} catch (problem) {
  console.error(`validate: ${problem.message}`);
  process.exit(3);
}
const report = await new SHACLValidator(shapes).validate(data);
const lines = [...new Set(report.results.map(describe))].sort();
lines.slice(0, shown).forEach((line) => console.log(line));
if (lines.length > shown) console.log(`… and ${lines.length - shown} more`);
console.log(`${data.size} triples, ${report.results.length} results: ${report.conforms ? 'conforms' : 'does not conform'}`);
process.exit(report.conforms ? 0 : 1);
