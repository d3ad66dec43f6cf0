/** A controller that Argo CD installs from its published Helm chart, pinned. */
export interface Controller {
  /** The Application, the Helm release, and the last part of its IAM role. */
  readonly name: string;
  readonly chart: { readonly repository: string; readonly name: string; readonly version: string };
  readonly namespace: string;
  /** What must be healthy before it comes, by the names of Applications: its sync wave is derived from them. */
  readonly after: readonly string[];
  /** Pod Security level of its namespace: `restricted` wherever it can be; `none` where it has no pods. */
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged' | 'none';
  /** The custom resources it acts on, as `<Kind>.<group>`; none comes before it. */
  readonly serves: readonly string[];
  /** Those whose definitions no chart brings, because it makes them itself once it runs. */
  readonly defines?: readonly string[];
}
