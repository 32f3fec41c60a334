// [event-name-lists]
export const wanted = ['ProgressReported', 'ProgressCorrected'];
