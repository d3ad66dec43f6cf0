/** The functions of CloudWatch's metric math that this project writes. */
export const functions = ['MAX', 'MIN', 'SUM', 'AVG', 'FILL', 'IF', 'METRICS'] as const;
