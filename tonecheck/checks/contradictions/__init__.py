"""What contradicts the customer's message: values, words and names told otherwise."""
