export const maker = {} as const
