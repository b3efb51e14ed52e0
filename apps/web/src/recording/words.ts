export const recording = {
  'chart.title': 'Pace and heart rate',
  'chart.summary': '{distance} in {time}, {pace} on average{heart}.',
  'chart.summary.heart': ', heart rate {low} to {high}',
  'chart.pace': 'pace',
  'chart.heartRate': 'heart rate',
  'chart.table': 'As a table',
  'chart.kilometre': 'after',
  'chart.reps': 'Grey bands are the repetitions.',
  'chart.none': 'There is no recording to draw.',
  'chart.loading': 'Drawing…',
} as const
