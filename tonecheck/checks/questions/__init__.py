"""Questions of the customer's, and what of a reply may answer them."""
