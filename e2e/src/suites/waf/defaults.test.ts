import { expect, it } from 'vitest';
import { missingDefaults } from './defaults.ts';

const visibilityConfig = {
  cloudWatchMetricsEnabled: false,
  metricName: 'a',
  sampledRequestsEnabled: true,
};

it('names what AWS would fill in, in objects and in their text', () => {
  const rateBasedStatement = { limit: 100, aggregateKeyType: 'IP' };
  const scopeDownStatement = 'SqliMatchStatement:\n  SensitivityLevel: ""\n';
  const statement = { rateBasedStatement: { ...rateBasedStatement, scopeDownStatement } };
  expect(missingDefaults({ rules: [{ statement, visibilityConfig }] })).toEqual([
    'spec.rules[0].statement.rateBasedStatement.evaluationWindowSec',
    'spec.rules[0].statement.rateBasedStatement.scopeDownStatement.sqliMatchStatement.sensitivityLevel',
  ]);
});

it('takes what is there, and what is not used', () => {
  const rateBasedStatement = { limit: 1, aggregateKeyType: 'IP', evaluationWindowSec: 60 };
  const andStatement = 'Statements:\n- SqliMatchStatement: null\n  RateBasedStatement: null\n';
  const rules = [{ statement: { rateBasedStatement } }, { statement: { andStatement } }];
  expect(missingDefaults({ rules, visibilityConfig })).toEqual([]);
  expect(missingDefaults({ loggingConfiguration: { logScope: 'CUSTOMER' } })).toEqual([
    'spec.loggingConfiguration.logType',
    'spec.loggingConfiguration.managedByFirewallManager',
  ]);
});

it('wants to know whether Bot Control learns where it can', () => {
  const at = (inspectionLevel: string) =>
    missingDefaults({ awsManagedRulesBotControlRuleSet: { inspectionLevel } });
  expect(at('COMMON')).toEqual([]);
  expect(at('TARGETED')).toEqual(['spec.awsManagedRulesBotControlRuleSet.enableMachineLearning']);
});
