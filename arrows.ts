/**
 * The arrows between rooms: each may import the rooms named here, and nothing else of the project.
 * The linter reads this table, and a test plants a fault for every missing arrow to prove that it can fail.
 */
export const CORE_ROOMS: { readonly [room: string]: readonly string[] } = {
  units: [],
  calendar: [],
  athlete: ['units', 'calendar'],
  pace: ['units', 'calendar', 'athlete'],
  workout: ['units', 'calendar', 'pace'],
  strength: ['units', 'workout'],
  plan: ['units', 'calendar', 'pace', 'workout', 'strength'],
  schedule: ['units', 'calendar', 'athlete', 'pace', 'workout', 'strength', 'plan'],
  rules: ['units', 'calendar', 'athlete', 'pace', 'workout', 'strength', 'plan', 'schedule'],
  season: ['units', 'calendar', 'athlete', 'pace', 'workout', 'strength', 'plan', 'schedule', 'rules'],
  activity: ['units', 'calendar', 'athlete', 'pace'],
  review: ['units', 'calendar', 'athlete', 'pace', 'workout', 'strength', 'plan', 'activity'],
}

/** Packages and apps: what each may import by name. Apps never import one another. */
export const PACKAGES: { readonly [folder: string]: readonly string[] } = {
  'packages/core': [],
  'packages/formats': ['@bell-lap/core'],
  'packages/logbook': ['@bell-lap/core', '@bell-lap/formats'],
  'apps/cli': ['@bell-lap/core', '@bell-lap/formats'],
  'apps/server': ['@bell-lap/core', '@bell-lap/formats', '@bell-lap/logbook'],
  // Of the server the web knows types alone: the linter bans anything else from it.
  'apps/web': ['@bell-lap/core', '@bell-lap/formats', '@bell-lap/server'],
}
