export const copiesKey = (personId: string, serviceId: string) => ['copies', personId, serviceId]
