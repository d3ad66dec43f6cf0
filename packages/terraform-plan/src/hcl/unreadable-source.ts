/** A file that is neither HCL nor JSON. */
export class UnreadableSource extends Error {
  override readonly name = 'UnreadableSource';
  /** The path below `terraform/`. */
  readonly path: string;
  /** The line of the first mistake, where the reader names one. */
  readonly line: string;
  /** What is wrong there. */
  readonly reason: string;

  constructor(path: string, said: string) {
    // `parse config: [a.tf:3,1-2: Missing item separator; Expected a comma. a.tf:4,1-2: ...]`, or `... (line 3 column 1)`
    const [, line, reason] = /:(\d+),[\d,-]+: (.*?)(?: \S+:\d+,[\d,-]+: .*)?\]$/s.exec(said) ?? [];
    const [, lineOfJson] = /\(line (\d+) /.exec(said) ?? [];
    super(`${path}: ${said}`);
    this.path = path;
    this.line = line ?? lineOfJson ?? '1';
    this.reason = reason ?? said;
  }
}
