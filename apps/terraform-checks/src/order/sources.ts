import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { type AssignedFacts, assignments, type Path } from './assignments.ts';

const assignedFile = 'packages/config/src/assigned/assigned.ts';
const globalFile = 'packages/config/src/foundation/global-layer.ts';

/** A copy of the repository in which values are written and rendered, as a person would. */
export interface Sources {
  readonly workspace: Workspace;
  /** Writes a value that AWS has assigned, by its path in assigned.ts or the zone to delegate; says whether it was new. */
  readonly write: (to: Path, value: unknown) => boolean;
  /** Renders, and puts the roots and modules into the folder in which Terraform runs. */
  readonly render: (terraform: string) => void;
  readonly dispose: () => void;
}

export function sources(): Sources {
  const workspace = workspaceCopy();
  // What is rendered as data knows the regions that a move has added, and not what was written since.
  let written: Readonly<Record<string, string>> = {};
  const write = (to: Path, value: unknown): boolean => {
    if (to[0] === 'delegations') return delegate(workspace, `${to[1]}`, value);
    const all = assignments(assignedIn(workspace), to, value).map((one) => ({
      ...one,
      from: written[one.from] ?? one.from,
    }));
    const changed = all.filter(({ from, to: real }) => from !== real);
    for (const { from, to: real } of changed) assign(workspace, from, real);
    written = {
      ...written,
      ...Object.fromEntries(changed.map(({ from, to: real }) => [from, real])),
    };
    return changed.length > 0;
  };
  return {
    workspace,
    write,
    render: (terraform) => {
      const { code, out } = workspace.nx(['generate', '@bizflow/generator:render']);
      if (code !== 0) throw new Error(out);
      written = {};
      mkdirSync(terraform, { recursive: true });
      cpSync(join(workspace.root, 'terraform'), terraform, { recursive: true });
    },
    dispose: workspace.dispose,
  };
}

const assignedIn = ({ root }: Workspace): AssignedFacts => {
  const { facts }: { readonly facts: AssignedFacts } = JSON.parse(
    readFileSync(join(root, 'facts/assigned.json'), 'utf8'),
  );
  return facts;
};

// A value that is real already is another one in the accounts of a rehearsal.
const assign = (copy: Workspace, from: string, to: string): void =>
  edit(
    copy,
    assignedFile,
    new RegExp(`(?:placeholder|assigned)\\('${from}'\\)`, 'g'),
    `assigned('${to}')`,
  );

// The first environment of the file is the one whose zone is at the top.
const delegate = (copy: Workspace, zone: string, servers: unknown): boolean => {
  edit(
    copy,
    globalFile,
    /delegations: \{[^}]*\}/,
    `delegations: ${JSON.stringify({ [zone]: servers })}`,
  );
  return true;
};

function edit({ root, restoreFile }: Workspace, file: string, from: RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  if (text.search(from) === -1) throw new Error(`${file} has no ${from}`);
  restoreFile(file, text.replace(from, to));
}
