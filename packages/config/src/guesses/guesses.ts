import { freeze } from '@bizflow/kernel';
import type { CountryCode } from '@bizflow/region-catalog';

/** A value that neither the document nor AWS gives: chosen here until those who know it confirm it. */
export interface Guess<T> {
  readonly value: T;
  readonly placeholder: boolean;
  /** Who knows the real value. */
  readonly ask: string;
}

const guess = <T>(value: T, ask: string): Guess<T> => ({ value, placeholder: true, ask });

/** A value that those who know it have confirmed, also where the guess was right. @public */
export const confirmed = <T>(value: T, ask: string): Guess<T> => ({
  value,
  placeholder: false,
  ask,
});

const application = "the application's team";
const paths = (...value: readonly string[]) => guess(value, application);
const platform = 'the platform team';

/** Every value that is a guess, in one place. Replace `guess` and `paths` by `confirmed` with the real value. */
export const guesses = freeze({
  /** The document has limits for logins and webhooks, and a rule for admin; it gives no path of them. */
  adminPaths: paths('/admin'),
  loginPaths: paths('/login'),
  webhookPaths: paths('/webhooks/'),
  apiPaths: paths('/api/'),
  uploadPaths: paths('/api/uploads/'),
  /**
   * The document's "high-risk countries (configurable)". These were the FATF's "High-Risk Jurisdictions
   * subject to a Call for Action" of 2025; emptied, the rule is gone.
   */
  highRiskCountries: guess<readonly CountryCode[]>(['IR', 'KP', 'MM'], 'security'),
  /** The Slack channel of those who approve releases. */
  approvalsChannel: guess('deploy-approvals', platform),
  /** The Slack channel of what went wrong. */
  alertsChannel: guess('deploy-alerts', platform),
  /** The PagerDuty service that is paged when a release is aborted. */
  pagerDutyService: guess('bizflow-platform', platform),
  /** Where GitHub keeps the platform's repository and those of the services. */
  gitHubOrganization: guess('bizflow', platform),
});
