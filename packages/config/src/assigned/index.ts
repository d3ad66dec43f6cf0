export {
  type AccountName,
  type AssignedToCluster,
  assignedValues,
  placeholder,
  type Signed,
} from './assigned.ts';
export { isDocumentation } from './assigned-rules.ts';
