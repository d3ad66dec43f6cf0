import { mkdirSync, writeFileSync } from 'node:fs';

// One module a region, with a name for each fact of its sheet: a bundler drops a name that nothing imports,
// but never a property of an object. The built catalog is read, so these cannot differ from it.
const dist = new URL('../dist/', import.meta.url);
const { catalog } = await import(new URL('index.js', dist).href);

mkdirSync(new URL('facts/', dist), { recursive: true });
for (const [id, sheet] of Object.entries<Readonly<Record<string, unknown>>>(catalog)) {
  const names = Object.keys(sheet);
  const values = names.map(
    (name) => `export const ${name} = /* @__PURE__ */ freeze(${JSON.stringify(sheet[name])});\n`,
  );
  const types = names.map((name) => `export declare const ${name}: Sheet['${name}'];\n`);
  const freeze = "import { freeze } from '../kernel/src/freeze.js';\n";
  const imports = `import type { catalog } from '../catalog.js';\ntype Sheet = (typeof catalog)['${id}'];\n`;
  writeFileSync(new URL(`facts/${id}.js`, dist), [freeze, ...values].join(''));
  writeFileSync(new URL(`facts/${id}.d.ts`, dist), [imports, ...types].join(''));
}
