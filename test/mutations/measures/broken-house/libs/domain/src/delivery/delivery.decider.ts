const corrected = (achieved: number) => [{ type: 'ProgressCorrected' as const, data: { achieved } }];
export const decideProgress = {
  CorrectProgress: (_: unknown, data: { achieved: number }) => corrected(data.achieved),
};
