export const welcome = {
  'welcome.title': 'From a plan to a season you can live',
  'welcome.said':
    'Bell Lap fits a training plan to you and your race, checks it against written rules, sends every session to your watch, and reads back what you ran. Everything stays on this machine.',
  'welcome.make': 'Make my season',
  'welcome.make.said': 'Five questions: race, recent result, days, distance, gym. Under a minute.',
  'welcome.demo': 'Look at the demo',
  'welcome.demo.said': 'A made-up athlete, halfway to a 5000 m, with runs that were judged.',
  'welcome.demo.making': 'Making the demo…',
  'welcome.restore': 'Restore',
  'welcome.restore.said': 'Everything back from an archive that Bell Lap wrote.',
  'welcome.restore.reading': 'Reading the archive…',
  'welcome.restored': {
    one: 'Restored: {count} season and {activities} recordings.',
    other: 'Restored: {count} seasons and {activities} recordings.',
  },
} as const
