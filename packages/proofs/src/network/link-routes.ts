import { isObject, ofType, type Plan, type Resource, unknown } from '@bizflow/terraform-plan';

/** A place's plan with the routes that roots of links add to its tables, which they find by their names. */
export const withLinkRoutes = (plan: Plan, plans: readonly Plan[]): Plan => {
  const tables = new Map(
    ofType(plan, 'aws_route_table').map(({ address, values: { tags } }) => [
      isObject(tags) ? tags.Name : undefined,
      unknown(`${address}.id`),
    ]),
  );
  const added = plans
    .filter(({ root }) => root.includes('/links/'))
    .flatMap((link) => ofType(link, 'aws_route'))
    .flatMap((route): readonly Resource[] => {
      const table = tables.get(/\["([^"]+)"\]/.exec(String(route.values.route_table_id))?.[1]);
      return table === undefined
        ? []
        : [{ ...route, values: { ...route.values, route_table_id: table } }];
    });
  return { ...plan, resources: [...plan.resources, ...added] };
};
