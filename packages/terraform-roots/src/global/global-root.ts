import { clustersOf, type Environment, type Fleet, runsServices } from '@bizflow/config';
import { alarmDestinations } from '@bizflow/config/alarms';
import { globalRegion } from '@bizflow/config/foundation';
import { globalRoot as rootPath } from '@bizflow/config/order';
import { accountBudgetCall } from '../calls/account-budget.ts';
import { addresses, pagerDutyEndpoint } from '../declared.ts';
import { folderOf, handWritten } from '../folders.ts';
import {
  type Blocks,
  callPart,
  filesOf,
  outputOf,
  type RootFile,
  variableOf,
} from '../root-file.ts';
import { globalTags, type Home, rootSettings } from '../settings.ts';
import { type CloudFrontAcl, cdn } from './cdn.ts';
import { healthChecks } from './health-checks.ts';
import { routing } from './routing.ts';

/** The folder of the root that calls `terraform/global`. */
export const globalFolder = (environment: Pick<Environment, 'name'>): string =>
  folderOf(rootPath(environment));

/** What an environment has outside its regions: its zone and CloudFront. */
export const globalRoot = (
  environment: Environment,
  fleet: Fleet,
  acl: CloudFrontAcl,
): readonly RootFile[] => {
  const folder = globalFolder(environment);
  return filesOf(folder, [
    ...rootSettings(homeOf(environment, fleet), globalTags(environment.name, 'edge')),
    { name: 'global', body: globalCall(folder, environment, fleet, acl) },
    callPart(folder, detection(environment, fleet)),
    callPart(folder, accountBudgetCall(environment.name, fleet, {})),
  ]);
};

const nameOf = ({ name }: Pick<Environment, 'name'>): string => `bizflow-${name}-global`;

const homeOf = ({ name }: Environment, { assigned }: Fleet): Home => ({
  account: assigned.accounts[name].value,
  region: globalRegion,
  key: `${name}/global`,
});

// Not below modules/: the document draws it beside them.
const globalCall = (
  folder: string,
  environment: Environment,
  fleet: Fleet,
  acl: CloudFrontAcl,
): Blocks => {
  const { shieldAdvanced, delegations } = fleet.globalLayers[environment.name];
  const places = clustersOf(environment, fleet);
  const answering = places.filter(runsServices);
  const pages = alarmDestinations[environment.name].critical === 'PagerDuty';
  return {
    // The module refuses a plan without the endpoint: nothing else tells of a region that is lost.
    variable: pages ? { emails, pagerduty_endpoint: pagerDutyEndpoint } : { emails },
    module: {
      global: {
        source: handWritten(folder, 'global'),
        name: nameOf(environment),
        zone: environment.zone,
        delegations,
        health_checks: healthChecks(answering),
        routing: routing(environment, fleet),
        ...(environment.cdn ? cdn(environment, fleet, places, acl) : {}),
        alert_emails: variableOf('emails'),
        pages,
        ...(pages ? { pagerduty_endpoint: variableOf('pagerduty_endpoint') } : {}),
        shield_advanced: shieldAdvanced,
      },
    },
    output: Object.fromEntries(
      Object.entries(outputs).map(([name, description]) => [
        name,
        { description, value: outputOf('global', name) },
      ]),
    ),
  };
};

/** What a person copies out of the root by hand, once. */
const outputs = {
  name_servers: 'What the registrar, or the zone above, delegates to.',
  ds_record: 'What the registrar, or the zone above, publishes for DNSSEC to begin.',
};

const emails = addresses(
  'Email addresses for alerts about failed regions, DNSSEC and the cost of the account.',
);

// IAM, CloudFront and Route 53 emit their events here, so that this place records them for all.
const detection = (environment: Environment, fleet: Fleet) => ({
  module: 'detection',
  inputs: {
    name: nameOf(environment),
    finding_topic_arn: outputOf('global', 'alert_topic_arn'),
    records_global_events: true,
    macie: false,
    log_retention_days: fleet.foundations[environment.name].logRetentionDays,
  },
});
