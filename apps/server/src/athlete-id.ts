/** Whose logbook a request is about. */
export type AthleteId = string
