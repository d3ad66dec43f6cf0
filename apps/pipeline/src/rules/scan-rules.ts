import { type Severity, severityRank } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import { items, members, text } from '../json.ts';

/** One thing a scanner found. */
export interface Finding {
  readonly id: string;
  /** In the scanner's own word. */
  readonly severity: string;
  readonly where: string;
}

/** What an image may still contain, from `images/scan-policy.ts`. */
export interface Tolerance {
  readonly tolerates: Severity;
  readonly unrated: Severity;
}

/** What a report says, or why it says nothing. */
export type Reading = { readonly findings: readonly Finding[] } | { readonly blind: string };

/** Trivy's JSON (`SchemaVersion` 2): vulnerabilities, secrets and misconfigurations of each target. */
export function trivy(report: unknown): Reading {
  const { SchemaVersion, Results } = members(report);
  if (SchemaVersion !== 2) return { blind: `is not a Trivy report with schema version 2` };
  if (items(Results).length === 0) return { blind: 'names no target that was looked at' };
  const findings = items(Results)
    .map(members)
    .flatMap(({ Target, ...result }) => [
      ...found(result.Vulnerabilities, 'VulnerabilityID', 'PkgName', Target),
      ...found(result.Secrets, 'RuleID', 'Title', Target),
      ...found(result.Misconfigurations, 'ID', 'Title', Target).filter(
        ({ status }) => status !== 'PASS',
      ),
    ]);
  return { findings };
}

const found = (list: unknown, id: string, subject: string, target: unknown) =>
  items(list)
    .map(members)
    .map((entry) => ({
      id: text(entry[id]),
      severity: text(entry.Severity),
      where: `${text(entry[subject])} in ${text(target)}`,
      status: entry.Status,
    }));

/** Snyk's JSON: of one project, or a list of them; an `error` is a scan that did not happen. */
export function snyk(report: unknown): Reading {
  const projects = (Array.isArray(report) ? report : [report]).map(members);
  if (projects.length === 0) return { blind: 'names no project that was looked at' };
  for (const { error, ok, vulnerabilities } of projects) {
    if (error !== undefined) return { blind: `was not made: ${text(error)}` };
    if (typeof ok !== 'boolean' || !Array.isArray(vulnerabilities)) {
      return { blind: 'is not a Snyk report' };
    }
  }
  const findings = projects.flatMap(({ vulnerabilities, displayTargetFile, path }) =>
    items(vulnerabilities)
      .map(members)
      .map(({ id, severity, packageName }) => ({
        id: text(id),
        severity: text(severity),
        where: `${text(packageName)} in ${text(displayTargetFile ?? path ?? '.')}`,
      })),
  );
  return { findings };
}

/** Every finding above the tolerance, once; a report without results is a problem. */
export function scanRules(at: string, reading: Reading, policy: Tolerance): readonly Problem[] {
  if ('blind' in reading) {
    return [
      problem({
        code: 'SCAN_BLIND',
        at,
        value: 'no answer',
        reason: reading.blind,
        remedy: 'read the log of the scanner and scan again',
      }),
    ];
  }
  const limit = severityRank(policy.tolerates, policy);
  const above = reading.findings.filter(
    ({ severity }) => severityRank(severity.toUpperCase(), policy) > limit,
  );
  const kinds = Map.groupBy(above, ({ id, where }) => `${id} of ${where}`);
  return [...kinds.values()].flatMap(([finding]) =>
    finding === undefined ? [] : [findingProblem(at, finding, policy)],
  );
}

const findingProblem = (
  at: string,
  { id, severity, where }: Finding,
  { tolerates }: Tolerance,
): Problem =>
  problem({
    code: 'SCAN_FINDING',
    at,
    value: id,
    reason: `${where} is ${severity.toUpperCase()}, above ${tolerates}`,
    remedy:
      'fix the finding, or change packages/config/src/images/scan-policy.ts together with security',
  });
