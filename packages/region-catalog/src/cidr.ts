export { contains, overlaps, parseCidr } from '@bizflow/kernel';
