# What only the API of calls, submissions and reviews says.

error-standby_order_unwanted = A place in the line goes with “on standby” alone.
