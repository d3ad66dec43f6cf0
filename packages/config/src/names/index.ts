export { complianceLabel } from './compliance-label.ts';
export {
  apiHost,
  cdnHost,
  cdnOriginHost,
  cdnPublicHost,
  homeHost,
  loadBalancerHost,
  waitingHost,
} from './hosts.ts';
export {
  bucketName,
  bucketNames,
  cdnSecurityGroupName,
  completionRule,
  containerLogGroup,
  dashboardNames,
  logGroup,
  originHeader,
  originSecretNames,
  originWebAclName,
  redisNodes,
  regionDashboardName,
  replicationRule,
  roleArn,
  roleName,
  secretName,
  serviceApplicationName,
  serviceApplicationPrefix,
  serviceNamespace,
  webAclName,
} from './names.ts';
export {
  pipelineExternalId,
  pipelineGroup,
  pipelineRole,
  stageName,
} from './pipeline-names.ts';
export {
  argoCdCallback,
  argoCdHost,
  argoCdUrl,
  groupInToken,
  issuer,
} from './sign-on-names.ts';
