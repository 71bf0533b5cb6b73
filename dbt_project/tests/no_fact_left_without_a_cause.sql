-- Facts of the last good file that this build lost, and nobody can say why. The night does not publish.
select * from {{ ref('unexplained_losses') }}
