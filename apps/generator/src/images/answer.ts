/** A question to the registry of one region. */
export interface Question {
  readonly service: string;
  readonly region: string;
  /** The AWS account whose registry it is. */
  readonly account: string;
  readonly repository: string;
  readonly tag: string;
  /** What the service's compute runs; the image's scan is read for it. */
  readonly architecture: string;
}

/** One platform's image within an index. */
export interface Platform {
  readonly architecture: string;
  readonly digest: string;
}

/** What a scan said: how far it is, and how many findings it has of each severity. */
export interface Scan {
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** The image under the tag in a region's registry. */
export interface Holding {
  readonly account: string;
  readonly digest: string;
  /** Empty when the tag names a single image and no index. */
  readonly platforms: readonly Platform[];
  readonly pushedAt: string | null;
  /** `null` when nothing has scanned the image of the asked architecture. */
  readonly scan: Scan | null;
  /** The manifest under the tag of its signature; `null` when there is none. */
  readonly signature: string | null;
}

/** Why a registry gave no answer: the name of the error, and Node's code where there is one. */
export interface RegistryError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** A region's answer. */
export type Answer =
  | { readonly question: Question; readonly holding: Holding }
  | { readonly question: Question; readonly error: RegistryError };
