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

/** The calls of a run, as the programs in `bin/` write them down: one a line. */
export const callsIn = (text: string): readonly Call[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [step = '', by = '', ...words] = line.split(' ');
      return { step: Number(step), by, words: words.join(' ') };
    });
