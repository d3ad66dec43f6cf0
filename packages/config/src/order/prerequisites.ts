import { freeze } from '@bizflow/kernel';
import { globalRegion } from '../foundation/index.ts';

/** What must hold before the first step, and the command that shows it. */
export interface Prerequisite {
  /** Once, in each account, or in each region of each account. The global region is one. */
  readonly scope: 'organization' | 'account' | 'region';
  readonly what: string;
  /** A shell command; it knows `$region`. */
  readonly check: string;
  /** What it prints. */
  readonly prints: string;
  /** What to do when it prints something else. */
  readonly otherwise: string;
}

/** The checklist of docs/foundation.md. An organization's own detector or recorder is in ours' way. */
export const prerequisites: readonly Prerequisite[] = freeze([
  {
    scope: 'organization',
    what: 'RAM shares within the organization, without invitations',
    check:
      'aws organizations list-aws-service-access-for-organization --output text --query "EnabledServicePrincipals[?ServicePrincipal==\'ram.amazonaws.com\'].ServicePrincipal"',
    prints: 'ram.amazonaws.com',
    otherwise: '`aws ram enable-sharing-with-aws-organization` in the management account',
  },
  {
    scope: 'region',
    what: 'The account may use the region',
    check: `aws ec2 describe-regions --region ${globalRegion} --region-names "$region" --query "Regions[].RegionName" --output text`,
    prints: '$region',
    otherwise: '`aws account enable-region --region-name "$region"`, which takes minutes to hours',
  },
  {
    scope: 'region',
    what: `No policy of the organization denies the region; ${globalRegion} is governed like the others`,
    check: 'aws sns list-topics --region "$region" --query "length(Topics)" --output text',
    prints: '0',
    otherwise: 'govern the region in Control Tower',
  },
  {
    scope: 'region',
    what: 'No GuardDuty detector',
    check:
      'aws guardduty list-detectors --region "$region" --query "length(DetectorIds)" --output text',
    prints: '0',
    otherwise: '`terraform import`, or leave GuardDuty to one of the two',
  },
  {
    scope: 'region',
    what: 'No recorder of AWS Config',
    check:
      'aws configservice describe-configuration-recorders --region "$region" --query "length(ConfigurationRecorders)" --output text',
    prints: '0',
    otherwise: 'AWS allows one: delete the one of the landing zone',
  },
  {
    scope: 'region',
    what: 'No Security Hub',
    check: 'aws securityhub describe-hub --region "$region" 2>&1 | grep -c "not subscribed"',
    prints: '1',
    otherwise: '`terraform import`',
  },
  {
    scope: 'region',
    what: 'No Macie',
    check: 'aws macie2 get-macie-session --region "$region" 2>&1 | grep -c "not enabled"',
    prints: '1',
    otherwise: '`terraform import`',
  },
]);
