export { foldersIn } from './cli/folders.ts';
export { type Explained, type Finding, lintRules } from './lint/explained.ts';
export { checkovFindings, checkovPassed } from './lint/findings.ts';
export { checkov, kubeScore, pythonTool, toolsFolder, versions } from './lint/tools.ts';
