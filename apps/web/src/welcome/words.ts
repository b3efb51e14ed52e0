export const welcome = {
  'welcome.title': 'From a plan to a season you can live',
  'welcome.said':
    'Bell Lap fits a training plan to you and your race, checks it against written rules, sends every session to your watch, and reads back what you ran. Everything stays on this machine.',
} as const
