export type Delivery = { readonly name: string };
