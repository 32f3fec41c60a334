// [open-switches]
export const project = (row: number, event: { type: 'ProgressReported' | 'ProgressRenamed' }) => {
  switch (event.type) {
    case 'ProgressReported': return row + 1;
    default: return row;
  }
};
