// a feature that nobody has entered [features-without-boundary]
export {};
