import { type Severity, severities } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import { items, members, text } from '../json.ts';

// ZAP's risk codes, 0 to 3; it knows nothing above High.
const risks = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH'] as const satisfies readonly Severity[];

/** What ZAP's JSON report says against a service; a report without the scanned site is refused. */
export function dastRules(
  at: string,
  target: string,
  report: unknown,
  tolerates: Severity,
): readonly Problem[] {
  const sites = items(members(report).site).map(members);
  const site = sites.find((one) => text(one['@name']) === new URL(target).origin);
  if (site === undefined) {
    return [
      problem({
        code: 'DAST_BLIND',
        at,
        value: 'no site',
        reason: `contains no scan of ${new URL(target).origin}`,
        remedy: 'read the log of ZAP and scan again',
      }),
    ];
  }
  return items(site.alerts)
    .map(members)
    .filter((alert) => rank(alert.riskcode) > severities.indexOf(tolerates))
    .map(({ pluginid, alert, riskcode, count }) =>
      problem({
        code: 'DAST_FINDING',
        at,
        value: `${text(pluginid)} ${text(alert)}`,
        reason: `is ${risks[Number(riskcode)] ?? 'unrated'}, above ${tolerates}, ${text(count)} times`,
        remedy: 'fix the finding; the report and zaproxy.org/docs/alerts explain it',
      }),
    );
}

// A code that ZAP has not had so far is taken for the worst.
const rank = (riskcode: unknown): number =>
  severities.indexOf(risks[Number(riskcode)] ?? 'CRITICAL');
