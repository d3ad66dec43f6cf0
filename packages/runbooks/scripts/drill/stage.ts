import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Tools } from './tools.ts';

/** What a scenario plants: where the run is killed, or which call fails. */
export interface Plant {
  readonly killAt?: number;
  readonly fail?: string;
}

/** A command that the script ran, under which of its steps (0: before the first), and who answered. */
export interface Call {
  readonly step: number;
  readonly by: string;
  readonly words: string;
}

/** How a run of the script ended, and what it called. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly calls: readonly Call[];
}

/** What is played: a script, the programs that make and look at its world, and what those are told. */
export interface Scenery {
  readonly script: string;
  readonly seed: readonly string[];
  readonly survey: readonly string[];
  readonly facts: object;
  /** Hosts that answer. */
  readonly answering: readonly string[];
  /** Files that the programs in `bin/` read. */
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

const incident = 'DRILL-1';

const call = (line: string): Call => {
  const [step = '', by = '', ...words] = line.split(' ');
  return { step: Number(step), by, words: words.join(' ') };
};

/** One emulator with its world, and the script's folder; it ends with {@link Stage.close}. */
export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'bizflow-drill-'));
  readonly #scenery: Scenery;
  readonly #endpoint: string;
  readonly #tools: Tools;

  constructor(scenery: Scenery, tools: Tools, endpoint: string) {
    this.#scenery = scenery;
    this.#endpoint = endpoint;
    this.#tools = tools;
    const state = { changes: '0', calls: '', ...scenery.state };
    mkdirSync(join(this.#folder, 'state'));
    for (const [name, text] of Object.entries(state)) this.#write(name, text);
    this.#write('answering', `${scenery.answering.join('\n')}\n`);
    writeFileSync(join(this.#folder, 'script.sh'), scenery.script);
    this.#python(scenery.seed);
  }

  /** Runs the script as a person in an emergency does, and waits for its end. */
  async run({ killAt, fail }: Plant): Promise<Run> {
    this.#write('changes', '0');
    this.#write('calls', '');
    const child = spawn('sh', ['script.sh', '--incident', incident, '--yes'], {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...this.#scenery.env,
        PATH: [join(import.meta.dirname, 'bin'), process.env.PATH].join(delimiter),
        KUBECONFIG: join(this.#folder, 'state/kubeconfig'),
        AWS_ENDPOINT_URL: this.#endpoint,
        AWS_ACCESS_KEY_ID: 'drill',
        AWS_SECRET_ACCESS_KEY: 'drill',
        DRILL_INCIDENT: incident,
        DRILL_STATE: join(this.#folder, 'state'),
        DRILL_AWS: this.#tools.aws,
        DRILL_KILL_AT: `${killAt ?? 0}`,
        DRILL_FAIL: fail ?? '',
        RUNBOOK_PAUSE: '1',
      },
    });
    this.#write('pid', `${child.pid}`);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const calls = this.#read('calls').split('\n').filter(Boolean).map(call);
    return { status, output, calls };
  }

  /** The state of the emulator after a run, as the scenery's program prints it. */
  survey(): unknown {
    return JSON.parse(this.#python(this.#scenery.survey));
  }

  /** The evidence of the incident, as the script wrote it. */
  evidence(): string {
    return readFileSync(join(this.#folder, `${incident}.log`), 'utf8');
  }

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #python([script = '', ...args]: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(
      this.#tools.python,
      [join(import.meta.dirname, script), ...args],
      {
        input: JSON.stringify({ ...this.#scenery.facts, endpoint: this.#endpoint }),
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`${script}: ${stderr}`);
    return stdout;
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, 'state', name), text);
  }

  #read(name: string): string {
    return readFileSync(join(this.#folder, 'state', name), 'utf8');
  }
}
