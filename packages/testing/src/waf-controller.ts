import { join } from 'node:path';
import { goProgram } from './go-program.ts';

// ACK's controller for AWS WAF and AWS's SDK, in the versions that its go.mod pins.
const program = goProgram(join(import.meta.dirname, 'waf-controller'));

/** Why the controller's text cannot be compared on this machine; `undefined` where it can. */
export const whyNoGo = program.missing;

/** A string field of the custom resource, and its text. */
export interface Question {
  readonly kind: string;
  readonly text: string;
}

type Answers = readonly { readonly text?: string; readonly error?: string }[];

/** What the controller makes of each text. */
export const roundTrips = (questions: readonly Question[]): Answers =>
  program.ask([], questions) as Answers;

type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The fields of each struct of the SDK, by reflection. */
export const sdkShapes = (): Shapes => program.ask(['shapes'], null) as Shapes;

/** What Terraform's provider hands to AWS, as the SDK's own rules; it throws on an unknown field. */
export const sdkRules = (rules: unknown): readonly unknown[] =>
  program.ask(['rules'], rules) as readonly unknown[];
