import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { callsIn, type Plant, type Run, type Scenery } from './run.ts';
import type { Tools } from './tools.ts';

const incident = 'DRILL-1';

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
        KUBECONFIG: this.#state('kubeconfig'),
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
    return { status, output, calls: callsIn(readFileSync(this.#state('calls'), 'utf8')) };
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
    writeFileSync(this.#state(name), text);
  }

  #state(name: string): string {
    return join(this.#folder, 'state', name);
  }
}
