/** A line of a file that shows something: where it is, what it shows, and the value found there. */
export interface EvidenceLine {
  readonly says: string;
  /** The region that it is about; null where it is about all of them. */
  readonly region: string | null;
  /** Below the repository. */
  readonly file: string;
  /** A JSON pointer (RFC 6901) or a line number: `#/module/rds/backup_days` or `:91`. */
  readonly place: string;
  /** The value, as JSON; long ones are cut. */
  readonly value: string;
}

/** A place that an answer names and that is not in the rendered files. */
export interface LostLine {
  readonly file: string;
  readonly place: string;
}

/** The texts of the rendered files, and of Terraform's modules, by their paths below the repository. */
export type Texts = Readonly<Record<string, string>>;

/** A line as people and commands write it: `terraform/modules/rds/main.tf:91`. */
export const lineName = ({ file, place }: EvidenceLine | LostLine): string => `${file}${place}`;
