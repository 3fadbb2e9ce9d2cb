"""What a reply asks for that the customer's message gave."""
