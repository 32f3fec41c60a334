export type Light = 'green' | 'red';
