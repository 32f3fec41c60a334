export interface Second {
  readonly first?: import('./first').First;
}
