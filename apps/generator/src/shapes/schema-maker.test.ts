import { isTypeAliasDeclaration } from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { expect, it } from 'vitest';
import { type Definitions, schemaMaker } from './schema-maker.ts';
import { widened } from './widened.ts';

const config = '{ "compilerOptions": { "strict": true, "target": "es2024" }, "files": ["a.ts"] }';

/** The schemas of the types that a module names; `exact` as declared, or as if they were inferred. */
function schemasIn(text: string, exact = true): Definitions {
  const files: Readonly<Record<string, string>> = { '/w/tsconfig.json': config, '/w/a.ts': text };
  const api = new API({ cwd: '/w', fs: { readFile: (name) => files[name] } });
  try {
    const [project] = api.updateSnapshot({ openProjects: ['/w/tsconfig.json'] }).getProjects();
    const definitions: Definitions = {};
    const schemaOf = project && schemaMaker(project.checker, exact ? definitions : undefined);
    const source = project?.program.getSourceFile('/w/a.ts');
    for (const { name, type } of source?.statements.filter(isTypeAliasDeclaration) ?? []) {
      const own = project?.checker.getTypeFromTypeNode(type);
      const schema = (own && schemaOf?.(own)) ?? {};
      definitions[name.text] ??= exact ? schema : widened(schema);
    }
    return definitions;
  } finally {
    api.close();
  }
}

const object = (properties: object, ...required: readonly string[]) => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
});

const when = (condition: object, then: object) => ({ if: condition, then });

it('closes objects, and knows what may be absent', () => {
  const { Port } = schemasIn(`
    type Port = {
      readonly number: number;
      readonly name?: string;
      readonly tls: boolean | undefined;
      readonly check: (port: number) => boolean;
    };`);
  const properties = {
    ...{ number: { type: 'number' }, name: { type: 'string' } },
    ...{ tls: { type: 'boolean' }, check: {} },
  };
  expect(Port).toEqual(object(properties, 'number'));
});

it('knows words, lists, tuples, records and what is computed from a value', () => {
  const made = schemasIn(`
    const sizes = ['small', 'large'] as const;
    type Size = (typeof sizes)[number];
    type List = readonly Size[];
    type Pair = readonly [name: string, count?: number];
    type Call = readonly [string, ...number[]];
    type BySize = Readonly<Partial<Record<Size, number>>>;
    type ByName = Record<string, null>;
    type Branded = string & { readonly brand: unique symbol };`);
  const text = { type: 'string' };
  const number = { type: 'number' };
  expect(made).toEqual({
    Size: { enum: ['large', 'small'] },
    List: { type: 'array', items: { enum: ['large', 'small'] } },
    Pair: { type: 'array', minItems: 1, maxItems: 2, items: [text, number] },
    Call: { type: 'array', minItems: 1, items: [text], additionalItems: number },
    BySize: object({ small: number, large: number }),
    ByName: {
      type: 'object',
      properties: {},
      required: [],
      additionalProperties: { type: 'null' },
    },
    Branded: text,
  });
});

it('compares a value with the part of a union that is meant', () => {
  const { Sites, Variable } = schemasIn(`
    type Sites = 'catalog' | readonly string[] | null;
    type Variable = { kind: 'plain'; value: string } | { kind: 'region' };`);
  expect(Sites).toMatchObject({
    type: expect.arrayContaining(['string', 'array', 'null']),
    allOf: expect.arrayContaining([when({ type: 'string' }, { enum: ['catalog'] })]),
  });
  expect(Variable).toMatchObject({
    properties: { kind: { enum: ['plain', 'region'] } },
    allOf: [
      when({ properties: { kind: { enum: ['plain'] } } }, { required: ['kind', 'value'] }),
      when({ properties: { kind: { enum: ['region'] } } }, { required: ['kind'] }),
    ],
  });
});

it('writes a type with a name once, also one that is part of itself', () => {
  const { Tree, Forest } = schemasIn(`
    interface Tree { readonly children: readonly Tree[] }
    type Forest = readonly Tree[];`);
  const reference = { $ref: '#/definitions/Tree' };
  expect(Tree).toEqual(object({ children: { type: 'array', items: reference } }, 'children'));
  expect(Forest).toEqual({ type: 'array', items: reference });
});

it('keeps only the names of a type that was inferred from a value', () => {
  const { Steps } = schemasIn(
    `type Steps = readonly [{ readonly percent: 5; readonly hold: 'long' }, { readonly percent: 50 }];`,
    false,
  );
  const properties = { percent: { type: 'number' }, hold: { type: 'string' } };
  expect(Steps).toEqual({ type: 'array', items: object(properties, 'percent') });
});
