export {
  type AccountName,
  type AssignedToCluster,
  type AssignedValue,
  assignedValues,
  placeholder,
  type Signed,
} from './assigned.ts';
export { isDocumentation } from './format-rules.ts';
