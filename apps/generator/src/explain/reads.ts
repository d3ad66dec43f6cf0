/** Other values of facts, by their numbers. */
export type Changes = ReadonlyMap<number, unknown>;

/** What a program is given: its facts, and memos that know which facts they depend on. */
export interface Given {
  readonly factOf: (number: number, value: unknown) => unknown;
  readonly factList: (
    list: readonly unknown[],
    numbers: readonly (readonly [index: number, number: number])[],
  ) => readonly unknown[];
  readonly derivedBy: <F extends (...args: readonly never[]) => unknown>(
    number: number,
    of: F,
  ) => F;
  readonly onceOf: <Of extends object, T>(of: (object: Of) => T) => (object: Of) => T;
}

/** Notes which facts a program reads, and gives some of them other values for a while. */
export class Reads {
  #seen = new Set<number>();
  #changes: Changes;
  /** The number of the function that runs, from 1; 0 where none of those does. */
  #running = 0;
  #change = {};

  /** With facts that have other values from the start. */
  constructor(always: Changes) {
    this.#changes = always;
  }

  /** Runs a function, and returns the facts that were read meanwhile. */
  during(run: () => void): ReadonlySet<number> {
    const outer = this.#seen;
    const own = new Set<number>();
    this.#seen = own;
    try {
      run();
    } finally {
      this.#seen = outer;
      this.#note(own);
    }
    return own;
  }

  /** Runs a function while facts have other values; what depends on them is worked out again. */
  under<T>(changes: Changes, run: () => T): T {
    const before = this.#changes;
    this.#changes = changes;
    this.#change = {};
    try {
      return run();
    } finally {
      this.#changes = before;
      this.#change = {};
    }
  }

  readonly given: Given = {
    factOf: (number, value) => {
      this.#seen.add(number);
      if (this.#running > 0) this.#seen.add(this.#running * apart + number);
      return this.#changes.has(number) ? this.#changes.get(number) : value;
    },
    factList: (list, numbers) => {
      for (const [index, number] of numbers) {
        const value = list[index];
        const get = () => this.given.factOf(number, value);
        Object.defineProperty(list, index, { get, enumerable: true, configurable: true });
      }
      return list;
    },
    derivedBy: (number, of) =>
      ((...args) => {
        const outer = this.#running;
        this.#running = number + 1;
        try {
          return of(...args);
        } finally {
          this.#running = outer;
        }
      }) as typeof of,
    onceOf: (of) => this.#once(of),
  };

  #note(numbers: ReadonlySet<number>): void {
    for (const number of numbers) this.#seen.add(number);
  }

  /** A memo whose answers hold as long as no fact that they read has another value. */
  #once<Of extends object, T>(of: (object: Of) => T): (object: Of) => T {
    const lasting = new WeakMap<Of, Answer<T>>();
    let passing = { change: this.#change, answers: new WeakMap<Of, Answer<T>>() };
    return (object) => {
      if (passing.change !== this.#change) {
        passing = { change: this.#change, answers: new WeakMap() };
      }
      const known = lasting.get(object);
      const answer =
        known !== undefined && [...this.#changes.keys()].every((fact) => !known.reads.has(fact))
          ? known
          : (passing.answers.get(object) ?? this.#answer(of, object));
      if (answer !== known) passing.answers.set(object, answer);
      if (this.#changes.size === 0) lasting.set(object, answer);
      this.#note(answer.reads);
      return answer.found;
    };
  }

  #answer<Of extends object, T>(of: (object: Of) => T, object: Of): Answer<T> {
    const found: T[] = [];
    const reads = this.during(() => found.push(of(object)));
    return { found: found[0] as T, reads };
  }
}

/** More than there are facts: a read within a function is noted as the product of both numbers. */
const apart = 2 ** 16;

/** The numbers of the innermost functions that read a fact, of what {@link Reads.during} has noted. */
export const readersOf = (reads: ReadonlySet<number>, fact: number): readonly number[] =>
  [...reads]
    .filter((read) => read >= apart && read % apart === fact)
    .map((read) => Math.floor(read / apart) - 1);

interface Answer<T> {
  readonly found: T;
  readonly reads: ReadonlySet<number>;
}
