/** A custom resource definition that a chart brings. */
export interface DefinitionFacts {
  /** `<plural>.<group>`. */
  readonly name: string;
  readonly kind: string;
  readonly scope: 'Namespaced' | 'Cluster';
  /** Served versions; the first one is stored. */
  readonly versions: readonly string[];
  /** The webhook that converts between them. */
  readonly conversion?: ServiceFacts;
  /** Fields that differ at every rendering, as JSON pointers. */
  readonly drawn?: readonly string[];
}

/** Where the API server finds a webhook or an aggregated API. */
export interface ServiceFacts {
  readonly namespace: string;
  readonly name: string;
  readonly path?: string;
  readonly port: number;
}

/** One webhook of a configuration. */
export interface WebhookFacts {
  readonly name: string;
  readonly failurePolicy: 'Fail' | 'Ignore';
  readonly namespaceSelector?: object;
  readonly objectSelector?: object;
  readonly rules: readonly object[];
  readonly service: ServiceFacts;
}

/** What Pod Security and a scheduler ask of a container. */
export interface ContainerFacts {
  readonly name: string;
  readonly init?: true;
  readonly image: string;
  readonly securityContext?: object;
  readonly resources?: { readonly requests?: Readonly<Record<string, string | number>> };
  readonly ports?: readonly number[];
}

/** A level of the Pod Security Standards, the strictest first. */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/** A pod template as far as it decides where and whether its pods may run. */
export interface PodFacts {
  /** The strictest level of the Pod Security Standards that admits it. */
  readonly podSecurity: PodSecurityLevel;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly hostNetwork?: true;
  readonly priorityClass?: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly object[];
  readonly securityContext?: object;
  /** `<kind>` or `<kind>/<name>`, such as `secret/webhook-certificate`. */
  readonly volumes?: readonly string[];
  readonly containers: readonly ContainerFacts[];
}

/** An object that a chart renders. */
export interface ObjectFacts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Helm's hook annotations, without their prefix `helm.sh/`. */
  readonly hook?: Readonly<Record<string, string>>;
  /** Fields that differ at every rendering, as JSON pointers. */
  readonly drawn?: readonly string[];
  readonly replicas?: number;
  readonly pod?: PodFacts;
  /** The workload whose pods a Service or a budget selects. */
  readonly selects?: string;
  readonly ports?: readonly number[];
  /** The keys of a Secret. */
  readonly keys?: readonly string[];
  readonly webhooks?: readonly WebhookFacts[];
  /** What an APIService leads to. */
  readonly service?: ServiceFacts;
}

/** What a chart renders with some values. */
export interface RenderedFacts {
  /** The fingerprint of the values; clusters whose values only name another place share one. */
  readonly values: string;
  readonly definitions: readonly DefinitionFacts[];
  readonly objects: readonly ObjectFacts[];
}

/** A pinned chart, by the name of its Application. */
export interface ChartFacts {
  readonly chart: string;
  /** Where it was taken from: another repository may have another chart of this name and version. */
  readonly repository: string;
  readonly version: string;
  /** The version that its files name, where that is another one: they were taken from its sources. */
  readonly filesOf?: string;
  readonly appVersion: string;
  /** SHA-256 of the paths and contents of its files. */
  readonly digest: string;
  readonly rendered: readonly RenderedFacts[];
}

/** `charts.lock.json`: what each pinned chart renders with the values of this repository. */
export type ChartsLock = Readonly<Record<string, ChartFacts | undefined>>;
