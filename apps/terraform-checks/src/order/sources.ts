import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignedValues } from '@bizflow/config/assigned';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';

const assignedFile = 'packages/config/src/assigned/assigned.ts';
const globalFile = 'packages/config/src/foundation/global-layer.ts';

/** A copy of the repository in which values are written and rendered, as a person would. */
export interface Sources {
  /** Writes a value that AWS has assigned, by its path in assigned.ts or the zone to delegate. */
  readonly write: (to: readonly string[], value: unknown) => void;
  /** Renders, and puts the roots and modules into the folder in which Terraform runs. */
  readonly render: (terraform: string) => void;
  readonly dispose: () => void;
}

export function sources(): Sources {
  const copy = workspaceCopy();
  return {
    write: (to, value) => {
      if (to[0] === 'delegations') delegate(copy, `${to[1]}`, value);
      else for (const { from, to: real } of assignments(to, value)) assign(copy, from, real);
    },
    render: (terraform) => {
      const { code, out } = copy.nx(['generate', '@bizflow/generator:render']);
      if (code !== 0) throw new Error(out);
      mkdirSync(terraform, { recursive: true });
      cpSync(join(copy.root, 'terraform'), terraform, { recursive: true });
    },
    dispose: copy.dispose,
  };
}

// A value that is real already is another one in the accounts of a rehearsal.
const assign = (copy: Workspace, from: string, to: string): void =>
  edit(
    copy,
    assignedFile,
    new RegExp(`(?:placeholder|assigned)\\('${from}'\\)`, 'g'),
    `assigned('${to}')`,
  );

// The first environment of the file is the one whose zone is at the top.
const delegate = (copy: Workspace, zone: string, servers: unknown): void =>
  edit(
    copy,
    globalFile,
    /delegations: \{[^}]*\}/,
    `delegations: ${JSON.stringify({ [zone]: servers })}`,
  );

function edit({ root, restoreFile }: Workspace, file: string, from: RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (text.search(from) === -1) throw new Error(`${file} has no ${from}`);
  restoreFile(file, text.replace(from, to));
}

interface Assignment {
  readonly from: string;
  readonly to: string;
}

/** An output is one value or an object of them. */
function assignments(path: readonly string[], value: unknown): readonly Assignment[] {
  const there = path.reduce((of: object, key) => Reflect.get(of, key), assignedValues);
  if (isAssigned(there)) return [{ from: there.value, to: String(value) }];
  return Object.entries(Object(value)).flatMap(([key, inner]) =>
    assignments([...path, key], inner),
  );
}

const isAssigned = (one: object): one is { readonly value: string } => 'placeholder' in one;
