export {
  type AccountName,
  type AssignedToCluster,
  assignedValues,
  placeholder,
} from './assigned.ts';
export { isDocumentation } from './assigned-rules.ts';
