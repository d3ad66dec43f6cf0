import { join, relative } from 'node:path';
import { isObject } from '@bizflow/kernel';
import type { SchemaObject } from 'ajv';
import type { Node } from 'typescript/unstable/ast';
import { isVariableStatement } from 'typescript/unstable/ast/is';
import { API, type Project } from 'typescript/unstable/sync';
import { root } from '../bundle/bundle-files.ts';
import { type DeclaredFact, declaredFacts } from './declared-facts.ts';
import { factsByName } from './facts-by-name.ts';
import { withoutNames } from './live-words.ts';
import { type Definitions, schemaMaker } from './schema-maker.ts';
import { widened } from './widened.ts';

const folder = join(root, 'packages/config');

/** The file of the schema, from the root of the repository. */
export const schemaFile = 'packages/config/facts.schema.json';

/**
 * The schema of every fact, made from the types in the sources by the compiler that checks them: an object
 * with the facts by subject and name. Takes a second.
 */
export function factSchema(): SchemaObject {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [join(folder, 'tsconfig.json')] });
    const [project] = snapshot.getProjects();
    if (project === undefined) throw new Error(`${folder} is not a project of TypeScript`);
    return schemaIn(project);
  } finally {
    api.close();
  }
}

function schemaIn(project: Project): SchemaObject {
  const definitions: Definitions = {};
  const exact = schemaMaker(project.checker, definitions);
  const inferred = schemaMaker(project.checker);
  const schemaOf = ({ type, inferredAt }: DeclaredFact): SchemaObject => {
    const { checker } = project;
    const own = type ? checker.getTypeFromTypeNode(type) : checker.getTypeAtLocation(inferredAt);
    if (own === undefined) return {};
    return type ? exact(own) : widened(inferred(own));
  };
  const values = factsByName();
  const properties = declaredFacts(project, variableOf(project)).map(
    (fact) =>
      [
        fact.name,
        { $comment: relative(root, fact.file), ...withKeys(schemaOf(fact), values[fact.name]) },
      ] as const,
  );
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:bizflow:facts',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    definitions,
  };
  return withoutNames(schema, values);
}

/** A record of any names keeps those that it has: code asks for them by name. */
const withKeys = (schema: SchemaObject, value: unknown): SchemaObject =>
  isObject(schema.additionalProperties) && isObject(value)
    ? { ...schema, required: Object.keys(value) }
    : schema;

/** The variable whose members are all facts, by subject and name. */
function variableOf({ program }: Project): Node {
  const source = program.getSourceFile(join(folder, 'src/facts/every-fact.ts'));
  const variable = source?.statements
    .filter(isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => name.getText() === 'everyFact');
  if (variable === undefined) throw new Error('every-fact.ts has no everyFact');
  return variable.name;
}

/** The schema as its file has it: a line for each fact and each named type, so that a diff shows which changed. */
export function schemaText(schema: SchemaObject): string {
  const lines = (record: object) =>
    Object.entries(record)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const { properties, definitions, ...head } = schema;
  const start = JSON.stringify(head).slice(1, -1);
  return `{\n  ${start},\n  "properties": {\n${lines(properties)}\n  },\n  "definitions": {\n${lines(definitions)}\n  }\n}\n`;
}
